"""Official letters (公文): what they say, whose head and number they bear, how they are kept."""
