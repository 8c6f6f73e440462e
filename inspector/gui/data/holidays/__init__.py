"""节假日: days off and worked; it must not know the other tabs."""
