"""What comes with a bundle, as it is told and asked about before."""
