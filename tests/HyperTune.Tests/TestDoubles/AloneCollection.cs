namespace HyperTune.Tests;

/// <summary>Tests that measure the whole process, such as its memory: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
