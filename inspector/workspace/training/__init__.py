"""What to train: suggestions of a period, trainings that were held, whether they helped."""
