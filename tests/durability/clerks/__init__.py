"""The program is killed in the middle of steps on its registers and its roster."""
