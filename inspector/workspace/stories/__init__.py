"""What histories are told in: lines of a story, and the words of complaints."""
