"""The sections of the briefing, one module each: records in, a view of plain values and cited claims out."""
