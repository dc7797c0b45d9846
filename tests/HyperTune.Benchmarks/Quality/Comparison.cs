namespace HyperTune.Benchmarks;

/// <summary>The rule by which tables say won, tied or lost.</summary>
internal static class Comparison
{
    private const double RelativeTie = 0.05;

    // Below this share of random search's regret both have solved the problem.
    private const double Solved = 1e-4;

    /// <summary>Compares median regrets: a tie within 5 % of each other or when both are solved; otherwise the smaller one wins.</summary>
    public static Verdict Compare(double ours, double theirs, double random)
    {
        if (Math.Abs(ours - theirs) <= RelativeTie * Math.Max(ours, theirs) || (ours <= Solved * random && theirs <= Solved * random))
        {
            return Verdict.Tied;
        }

        return ours < theirs ? Verdict.Won : Verdict.Lost;
    }
}
