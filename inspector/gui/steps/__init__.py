"""What a step of a finding and of a complaint share: its form, its buttons, the history beside."""
