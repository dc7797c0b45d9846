namespace HyperTune.Generators.Model;

/// <summary>What a member of a declaration with errors looks like in the descriptor.</summary>
internal enum StubMemberKind
{
    /// <summary>A parameter over a range.</summary>
    Range,

    /// <summary>A parameter with listed values.</summary>
    Choice,

    /// <summary>A nested space.</summary>
    Space,

    /// <summary>A subset of an enum's members.</summary>
    Subset,

    /// <summary>An order.</summary>
    Permutation,

    /// <summary>Shares of a whole.</summary>
    Proportions,
}
