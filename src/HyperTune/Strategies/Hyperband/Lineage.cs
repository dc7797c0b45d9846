namespace HyperTune.Strategies.Hyperband;

/// <summary>The trials of one config, each of which went on from the checkpoint of the one before.</summary>
/// <param name="vector">The config.</param>
/// <param name="first">The number of its first trial.</param>
/// <param name="bracket">Its bracket.</param>
internal sealed class Lineage(double[] vector, int first, int bracket)
{
    // The loss with which each level was reached first.
    private double[] _losses = [];

    public double[] Vector => vector;

    public int First => first;

    public int Bracket => bracket;

    /// <summary>The number of its last trial.</summary>
    public required int Last { get; set; }

    /// <summary>The number of the last of its trials that was told; -1 for none.</summary>
    public int LastTold { get; set; } = -1;

    /// <summary>Whether its last trial has ended at a rung that the config had not reached before, so that it can go on.</summary>
    public bool IsPaused { get; set; }

    /// <summary>How its first trial ended; <see langword="null"/> while it runs.</summary>
    public TrialResult? Beginning { get; set; }

    /// <summary>The highest level that it has reached; 0 for none.</summary>
    public int Level => _losses.Length;

    /// <summary>The step at which it reached that level.</summary>
    public int LastStep { get; private set; }

    /// <summary>The loss with which it reached a level from 1 on.</summary>
    public double LossAt(int level) => _losses[level - 1];

    /// <summary>Takes note that it has reached a higher level, and with it all levels below.</summary>
    public void Reach(int level, double loss, int step)
    {
        int from = _losses.Length;
        LastStep = step;
        Array.Resize(ref _losses, level);
        _losses.AsSpan(from).Fill(loss);
    }
}
