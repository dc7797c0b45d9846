namespace HyperTune.Generators.Diagnostics;

/// <summary>Keys of the data that analyzers hand to code fixes. A fix is offered only where its key is present.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The text that the fix puts in place of the diagnostic's span, or of <see cref="Argument"/> where that is given.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>The attribute argument to replace: the name of the constructor's parameter.</summary>
    public const string Argument = nameof(Argument);

    /// <summary>Present where exchanging the low and the high bound is the repair.</summary>
    public const string Swap = nameof(Swap);

    /// <summary>Present where the property lacks nothing but an init accessor.</summary>
    public const string AddInit = nameof(AddInit);

    /// <summary>Present where marking the containing type is the repair; the value is the attribute's name.</summary>
    public const string MarkType = nameof(MarkType);

    /// <summary>Present where sealing the type is the repair.</summary>
    public const string Seal = nameof(Seal);

    /// <summary>Present where making the type abstract is the repair.</summary>
    public const string MakeAbstract = nameof(MakeAbstract);

    /// <summary>What the name of a member follows whose initializer is to be written; the value is the expression.</summary>
    public const string Initializer = "Initializer.";
}
