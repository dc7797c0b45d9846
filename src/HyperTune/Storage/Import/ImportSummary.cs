namespace HyperTune;

/// <summary>What came of importing trials from another study.</summary>
/// <param name="Imported">How many trials the study has more now.</param>
/// <param name="LeftOut">
/// How many finished trials of the other study were left out: those that failed, and those with a value that the search space does not have.
/// </param>
public readonly record struct ImportSummary(int Imported, int LeftOut)
{
    /// <summary>The counts in words.</summary>
    public override string ToString() => $"{Imported} trials imported, {LeftOut} left out";
}
