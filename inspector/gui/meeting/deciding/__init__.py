"""What opens at the foot of a screen to decide a finding; it must not know the screens."""
