namespace HyperTune.Tests;

/// <summary>What a <see cref="ComposedConfig"/> has a subset of.</summary>
[Flags]
internal enum ComposedParts
{
    None = 0,
    Left = 1,
    Right = 2,
    Both = Left | Right,
}
