"""The language model: sentences, parts of speech, trees, names and attribution, in one pass of one network.

    words -> encode -> session (the network) -> decode, put together by predict -> component, which lays it on a Doc

`training/` says from what the network was made, and makes it again.
"""
