"""Four score sheets as units print them (DOMAIN §2), row by row as a clerk has them in Excel."""
