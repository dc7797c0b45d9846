namespace HyperTune;

/// <summary>Which study of a storage is meant by a name.</summary>
public enum Open
{
    /// <summary>The one that is there, or a new one. A new one is created with its first change, not by looking at it.</summary>
    Either = 0,

    /// <summary>One that is there: a name that was mistyped is refused, and the message has the names that come near.</summary>
    Existing = 1,

    /// <summary>A new one: a name that is taken is refused.</summary>
    New = 2,

    /// <summary>One that is there, to look at it: whatever would change it is refused, and nothing is written.</summary>
    ReadOnly = 3,
}
