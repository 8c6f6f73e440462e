"""With a second screen the laptop is a console, and the audience sees the screens alone."""
