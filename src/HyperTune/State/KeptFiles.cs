using HyperTune.Trials;

namespace HyperTune.State;

/// <summary>Which trials keep their files where only those of the best are wanted.</summary>
internal static class KeptFiles
{
    /// <summary>
    /// Whether the files of a trial may go: it has ended, it is in the space of now, and at least <paramref name="count"/> trials beat it. A failed trial keeps
    /// its own, because they may say why it failed, and because it may be tried again; so does one that was taken out, because it may come back.
    /// </summary>
    public static bool MayGo(StudyState state, int number, int count)
    {
        TrialTable trials = state.Trials;
        if ((uint)number >= (uint)trials.Count || state.Files.Of(number).IsEmpty)
        {
            return false;
        }

        TrialState ended = trials.StateOf(number);
        bool isOut = ended is TrialState.Completed or TrialState.Pruned or TrialState.Cancelled;
        return isOut && Counts(trials, number) && (ended != TrialState.Completed || IsBeatenBy(count, number, trials));
    }

    private static bool IsBeatenBy(int count, int number, TrialTable trials)
    {
        int beaten = 0;
        for (int endIndex = 0; endIndex < trials.EndedCount && beaten < count; endIndex++)
        {
            int other = trials.EndedNumber(endIndex);
            bool counts = other != number && trials.StateOf(other) == TrialState.Completed && Counts(trials, other);
            beaten += counts && Beats(other, number, trials) ? 1 : 0;
        }

        return beaten >= count;
    }

    // Of trials that break limits the one that does so less is better; of equal ones the one that was asked first.
    private static bool Beats(int number, int other, TrialTable trials)
    {
        double mine = trials.Violation(number);
        double others = trials.Violation(other);
        return mine != others ? mine < others : ParetoFront.Beats(trials.Losses(number), trials.Losses(other), isFirst: number < other);
    }

    private static bool Counts(TrialTable trials, int number)
    {
        ref readonly TrialEntry entry = ref trials.Entry(number);
        return !entry.Is(TrialFlags.IsMisfit) && !entry.Is(TrialFlags.IsExcluded);
    }
}
