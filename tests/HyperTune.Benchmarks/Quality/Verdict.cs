namespace HyperTune.Benchmarks;

/// <summary>How one median compares with another.</summary>
public enum Verdict
{
    Won,
    Tied,
    Lost,
}
