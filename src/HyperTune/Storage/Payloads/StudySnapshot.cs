namespace HyperTune;

/// <summary>What the entries of a log up to a version add up to, so that they need not be read one by one.</summary>
/// <param name="Version">The version of the last entry that it includes.</param>
/// <param name="Payload">Bytes that the runtime writes and reads.</param>
public sealed record StudySnapshot(long Version, ReadOnlyMemory<byte> Payload);
