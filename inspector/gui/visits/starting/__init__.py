"""The lists of inspections and starting a new visit; it must not know scoring or walks."""
