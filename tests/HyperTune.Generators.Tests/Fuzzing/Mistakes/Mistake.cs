namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A way to make a valid declaration wrong.</summary>
/// <param name="Id">The id that must be reported for it, and no other.</param>
/// <param name="Name">What is done.</param>
/// <param name="Apply">Does it; false where the declaration has nothing to do it to.</param>
internal sealed record Mistake(string Id, string Name, Func<DeclarationFrame, bool> Apply);
