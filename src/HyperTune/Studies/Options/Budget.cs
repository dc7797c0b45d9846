using System.Collections.Immutable;
using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune;

/// <summary>When one run of a study ends. Whichever limit is met first ends it; trials that are already running then finish.</summary>
/// <remarks>
/// A budget belongs to one call of <c>Run</c> or <c>RunAsync</c>: running a study twice with 100 trials runs 200. Only in a study with a
/// <see cref="StudyOptions.Storage"/> does the number count all trials that the study ever started, in other processes too, so that a study that is
/// stopped and started again ends where it would have ended. A number converts to a budget of that many trials.
/// </remarks>
/// <example><c>study.Run(Train, 100)</c> or <c>study.Run(Train, new Budget { Trials = 200, Time = TimeSpan.FromHours(1) })</c>.</example>
public sealed record Budget
{
    /// <summary>How many trials to start; at least 1.</summary>
    /// <value><see langword="null"/>, the default, for no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Trials
    {
        get;
        init
        {
            if (value is { } trials)
            {
                Guard.AtLeast(trials, 1, nameof(Trials));
            }

            field = value;
        }
    }

    /// <summary>
    /// How many trials are to complete; at least 1. Trials that fail or are pruned do not count. Once as many have completed, no trial starts; those that
    /// are running by then finish, so that a few more may complete where trials run side by side.
    /// </summary>
    /// <value><see langword="null"/>, the default, for no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Completed
    {
        get;
        init
        {
            if (value is { } completed)
            {
                Guard.AtLeast(completed, 1, nameof(Completed));
            }

            field = value;
        }
    }

    /// <summary>For how long trials are started; above zero. After that no trial starts; those that are running may finish.</summary>
    /// <value><see langword="null"/>, the default, for no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The time is zero or negative.</exception>
    public TimeSpan? Time
    {
        get;
        init => field = value is null || value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Time), value, "The time must be above zero.");
    }

    /// <summary>
    /// The objective value that is good enough, in the study's direction; finite. The run ends once the study's best trial is at least as good.
    /// A study with several objectives refuses it with an <see cref="ArgumentException"/>.
    /// </summary>
    /// <value><see langword="null"/>, the default, for none.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? TargetValue
    {
        get;
        init
        {
            if (value is { } target)
            {
                Guard.Finite(target, nameof(TargetValue));
            }

            field = value;
        }
    }

    /// <summary>
    /// What the trials may cost together, in the unit in which they say it (<see cref="Trial{T}.AddCost"/>); finite and above 0. Once they have cost as much, no
    /// trial starts; those that are running by then finish, so that a little more may be spent.
    /// </summary>
    /// <remarks>
    /// As with the number of trials, a study with a <see cref="StudyOptions.Storage"/> counts what all its trials have cost, attempts that failed included, and
    /// any other one what the trials of this run cost. Imported trials cost nothing. Trials that say no cost spend nothing: give another limit, too.
    /// </remarks>
    /// <value><see langword="null"/>, the default, for no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The cost is not finite or not above 0.</exception>
    public double? Cost
    {
        get;
        init
        {
            if (value is { } cost)
            {
                Guard.FiniteAndAbove(cost, 0, nameof(Cost));
            }

            field = value;
        }
    }

    /// <summary>
    /// The rules by which the study's trials themselves say that it has been searched enough; the first one that they meet ends the run.
    /// <see cref="StudyResult{T}.Stopping"/> says what each of them saw.
    /// </summary>
    /// <remarks>A study with several objectives refuses them with an <see cref="ArgumentException"/>.</remarks>
    /// <example><c>new Budget { Trials = 500, StopWhen = [StoppingRule.Patience(), StoppingRule.Watch(StoppingRule.ExpectedImprovement())] }</c>.</example>
    /// <value>By default empty.</value>
    /// <exception cref="ArgumentException">A rule is <see langword="null"/>.</exception>
    public ImmutableArray<StoppingRule> StopWhen
    {
        get;
        init => field = value.IsDefault ? []
            : value.Contains(null!) ? throw new ArgumentException("A stopping rule is null.", nameof(StopWhen))
            : value;
    }
    = [];

    /// <summary>
    /// Whether the run, when there is nothing left to start, waits for the trials that other processes of a shared study are running, so that its result
    /// is that of the whole study. Trials that they leave unfinished are taken over.
    /// </summary>
    /// <value>
    /// By default <see langword="false"/>: the run ends with its own trials, and <see cref="StudyResult{T}.RunningElsewhere"/> says how many trials of
    /// others are still running.
    /// </value>
    public bool WaitForOthers { get; init; }

    /// <summary>
    /// No limit at all: the run ends when its strategy has nothing left to suggest, as <c>Strategy.Grid</c> does when it has tried every point, or when it is
    /// stopped or cancelled. With a strategy that always has something left, only stopping or cancelling ends it.
    /// </summary>
    /// <example><c>study.Run(Score, Budget.UntilDone)</c> tries a whole grid.</example>
    public static Budget UntilDone { get; } = new() { IsOpen = true };

    internal bool IsEmpty => !IsOpen && Trials is null && Completed is null && Time is null && TargetValue is null && Cost is null
        && StopWhen.All(static rule => rule.IsWatched);

    // Whether it is meant that nothing ends the run.
    private bool IsOpen { get; init; }

    /// <summary>A budget of that many trials.</summary>
    /// <param name="trials">The number of trials; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static implicit operator Budget(int trials) => new() { Trials = trials };

    /// <summary>The limits in words, for instance <c>200 trials or 01:00:00</c>.</summary>
    public override string ToString()
    {
        var limits = new List<string>(3);
        if (Trials is { } trials)
        {
            limits.Add($"{trials} trial{(trials == 1 ? "" : "s")}");
        }

        if (Completed is { } completed)
        {
            limits.Add($"{completed} completed trial{(completed == 1 ? "" : "s")}");
        }

        if (Time is { } time)
        {
            limits.Add(time.ToString("c"));
        }

        if (TargetValue is { } target)
        {
            limits.Add($"value {NumberFormat.Invariant(target)}");
        }

        if (Cost is { } cost)
        {
            limits.Add($"cost {NumberFormat.Invariant(cost)}");
        }

        limits.AddRange(StopWhen.Where(static rule => !rule.IsWatched).Select(static rule => rule.ToString()));
        return limits.Count == 0 ? (IsOpen ? "as long as there is something to try" : "empty") : string.Join(" or ", limits);
    }
}
