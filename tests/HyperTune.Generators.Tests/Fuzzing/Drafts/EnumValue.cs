namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>A member of an enum, by its name.</summary>
internal sealed record EnumValue(string Name);
