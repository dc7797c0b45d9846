using System.Collections.Immutable;
using HyperTune.Text;

namespace HyperTune;

/// <summary>A stored study was run with a different search space from the one that it is to be continued with.</summary>
public sealed class SpaceChangedException : InvalidOperationException
{
    internal SpaceChangedException(string study, string storage, ImmutableArray<SpaceDifference> differences)
        : base(Printable.Of(
            $"Study '{study}' in {storage} was run with another search space. {Words(differences)} Choose another name for the study, restore "
            + $"the space, or set {nameof(SharingOptions)}.{nameof(SharingOptions.ChangedSpace)} to continue with the trials that fit."))
        => Differences = differences;

    /// <summary>What is different; at least one entry.</summary>
    public ImmutableArray<SpaceDifference> Differences { get; }

    private static string Words(ImmutableArray<SpaceDifference> differences)
    {
        const int MostInWords = 20;
        string rest = differences.Length > MostInWords ? $" There are {differences.Length - MostInWords} more." : "";
        return string.Join(" ", differences.Take(MostInWords)) + rest;
    }
}
