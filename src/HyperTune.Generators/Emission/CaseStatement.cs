namespace HyperTune.Generators.Emission;

/// <summary>What is done in a branch of a switch over cases.</summary>
/// <param name="Text">The statement.</param>
/// <param name="UsesValue">Whether it uses the config, which is named <c>value</c> there.</param>
internal readonly record struct CaseStatement(string Text, bool UsesValue);
