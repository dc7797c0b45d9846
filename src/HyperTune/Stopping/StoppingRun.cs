namespace HyperTune.Stopping;

/// <summary>A stopping rule at work in one study: a synchronous state machine over the trials that ended. One caller at a time.</summary>
internal abstract class StoppingRun
{
    /// <summary>Whether the trials told so far meet the rule.</summary>
    public abstract bool IsMet { get; }

    /// <summary>What the rule sees, in a sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>Takes in a trial that ended.</summary>
    public abstract void Tell(in StoppingTrial trial);
}
