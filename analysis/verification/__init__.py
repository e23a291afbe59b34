"""A run folder checked again, by whoever has it: nothing but the folder, its article and this code is needed.

    RunFolder -> V1 source, V2 quotes, ... V9 claims -> an Outcome each -> a line each

`table.py` lists the checks in order; each is a module of one job. What lies in the folder is not trusted: a file that
is missing, broken or made to deceive is a failed check, never a traceback.
"""
