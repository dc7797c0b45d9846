namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A list attribute of a declaration.</summary>
/// <param name="Minimum">The smallest number of elements.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="ListType">The list's type, with {0} for that of its elements.</param>
internal sealed record RepeatDraft(int Minimum, int Maximum, string ListType)
{
    public string Write() => $"Repeat({Minimum}, {Maximum})";
}
