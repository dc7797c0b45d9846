namespace HyperTune;

/// <summary>In which way a parameter of a search space differs from that of an earlier one.</summary>
public enum SpaceDifferenceKind
{
    /// <summary>The parameter is new.</summary>
    Added = 1,

    /// <summary>The parameter is gone.</summary>
    Removed = 2,

    /// <summary>The parameter has only some of its earlier values.</summary>
    Narrowed = 3,

    /// <summary>The parameter has its earlier values and more.</summary>
    Widened = 4,

    /// <summary>The parameter has other values, or the same ones distributed in another way.</summary>
    Changed = 5,

    /// <summary>The parameter exists under another condition.</summary>
    ConditionChanged = 6,

    /// <summary>The parameter is the same, as its name says, but its property has another name.</summary>
    Renamed = 7,
}
