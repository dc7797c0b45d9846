namespace HyperTune.Generators.Model;

/// <summary>Where a member's default comes from.</summary>
internal enum DefaultKind
{
    /// <summary>There is no initializer, and what the language gives the member cannot be drawn: the middle of the range or the first of the list.</summary>
    Middle,

    /// <summary>The initializer is a constant, or there is none and the language gives the member a value that can be drawn.</summary>
    Constant,

    /// <summary>The initializer is an expression that only the constructor can evaluate, or the constructor sets the member.</summary>
    Expression,
}
