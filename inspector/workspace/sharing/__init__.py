"""Operations between laptops: this one, those it knows, what is shared and taken in."""
