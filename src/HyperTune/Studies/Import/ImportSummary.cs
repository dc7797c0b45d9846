namespace HyperTune;

/// <summary>What came of importing trials from another study.</summary>
/// <param name="Imported">How many trials were added to the study.</param>
/// <param name="LeftOut">
/// How many finished trials of the other study were left out: those that failed, and those with a value that the search space does not have.
/// </param>
/// <param name="Known">How many trials were already there from an earlier import; they are not added again.</param>
public readonly record struct ImportSummary(int Imported, int LeftOut, int Known = 0)
{
    /// <summary>The counts in words.</summary>
    public override string ToString()
        => Known == 0 ? $"{Imported} trials imported, {LeftOut} left out" : $"{Imported} trials imported, {LeftOut} left out, {Known} known before";
}
