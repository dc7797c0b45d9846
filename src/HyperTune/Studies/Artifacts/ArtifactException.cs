using HyperTune.Text;

namespace HyperTune;

/// <summary>An artifact or a checkpoint that is not there any more, or is not what was saved. The message names it, its trial and its file.</summary>
public sealed class ArtifactException : IOException
{
    internal ArtifactException(int trialNumber, string? artifactName, string message)
        : base(Printable.Of(message))
    {
        TrialNumber = trialNumber;
        ArtifactName = artifactName;
    }

    /// <summary>The number of the trial that saved it.</summary>
    public int TrialNumber { get; }

    /// <summary>The artifact's name; <see langword="null"/> for a checkpoint.</summary>
    public string? ArtifactName { get; }
}
