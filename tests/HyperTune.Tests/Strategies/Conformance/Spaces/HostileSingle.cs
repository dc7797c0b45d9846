namespace HyperTune.Tests;

/// <summary>A value without an alternative.</summary>
internal enum HostileSingle
{
    Only,
}
