namespace HyperTune.Generators.Model;

/// <summary>Where a member's default comes from.</summary>
internal enum DefaultKind
{
    /// <summary>There is no initializer: the middle of the range or the first of the list.</summary>
    Middle,

    /// <summary>The initializer is a constant.</summary>
    Constant,

    /// <summary>The initializer is an expression that only the constructor can evaluate.</summary>
    Expression,
}
