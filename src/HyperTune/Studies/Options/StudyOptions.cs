using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using HyperTune.Numerics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HyperTune;

/// <summary>How a study works. Immutable; every value is checked when it is set. Any number of studies can share one.</summary>
public sealed record StudyOptions
{
    private const int MaximumParallelism = 1024;

    // Timers know no time of twice as much.
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(24);

    /// <summary>The study's name, for logs, results and storages; not empty.</summary>
    /// <value>By default <see langword="null"/>: the config type's name.</value>
    /// <exception cref="ArgumentException">The name is empty or white space.</exception>
    public string? Name
    {
        get;
        init
        {
            if (value is not null)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Name));
            }

            field = value;
        }
    }

    /// <summary>How the next config is chosen.</summary>
    /// <value>By default <see cref="HyperTune.Strategy.Auto()"/>.</value>
    public Strategy Strategy
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Strategy));
    }
    = Strategy.Auto();

    /// <summary>When trials that report intermediate values are stopped early.</summary>
    /// <value>By default <see cref="HyperTune.Pruner.None"/>.</value>
    public Pruner Pruner
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Pruner));
    }
    = Pruner.None;

    /// <summary>Where the study is kept beyond the process, for instance <c>new JournalStorage("digits.journal")</c>.</summary>
    /// <remarks>
    /// A study with the same name in the same storage is continued: its trials are known, its seed is used again, and the number of trials in a budget
    /// includes those that it has already. Several processes may run it at the same time; together they start as many trials as the budget says.
    /// </remarks>
    /// <value>By default <see langword="null"/>: in memory only.</value>
    public StudyStorage? Storage { get; init; }

    /// <summary>Which study the name means where there is a <see cref="Storage"/>: one that is there, a new one, or either.</summary>
    /// <remarks>What does not hold is said when the study is used first, by an <see cref="InvalidOperationException"/>.</remarks>
    /// <value>By default <see cref="HyperTune.Open.Either"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enum's.</exception>
    public Open Open
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Open), value, $"The value must be one of {string.Join(", ", Enum.GetNames<Open>())}.");
    }

    /// <summary>Where the artifacts and checkpoints of the study's trials are kept; all processes of a study have to name the same place.</summary>
    /// <value>
    /// By default <see langword="null"/>: where the <see cref="Storage"/> keeps them, a <see cref="JournalStorage"/> beside its file; without a storage in
    /// memory.
    /// </value>
    public ArtifactStore? Artifacts { get; init; }

    /// <summary>Which trials keep their artifacts, checkpoints and directories.</summary>
    /// <value>By default <see cref="HyperTune.Keep.All"/>.</value>
    public Keep Keep
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Keep));
    }
    = Keep.All;

    /// <summary>How the study is shared with other processes, and how it is taken up again; used only with a <see cref="Storage"/>.</summary>
    /// <value>By default <see cref="SharingOptions"/> with its defaults.</value>
    public SharingOptions Sharing
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Sharing));
    }
    = new();

    /// <summary>The seed of all randomness; every value is allowed, negative ones included.</summary>
    /// <remarks>A stored study keeps the seed it was created with: leave the seed out to continue it, or give the same one. Another one is refused.</remarks>
    /// <value>By default <see langword="null"/>: chosen at random; <see cref="StudyResult{T}.Seed"/> says which it was.</value>
    public long? Seed { get; init; }

    /// <summary>How many trials run side by side; from 1 to 1024.</summary>
    /// <remarks>
    /// Strategies that do not learn from results (random, Sobol, grid) give the same trials with any parallelism. Others see fewer results when they
    /// suggest, so their trials depend on the parallelism and on which trial ends first.
    /// </remarks>
    /// <value>By default 1, or as many as there are <see cref="Slots"/>, which have the last word.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 to 1024.</exception>
    public int Parallelism
    {
        get => Slots.IsEmpty ? field : Slots.Length;
        init => field = value is >= 1 and <= MaximumParallelism
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Parallelism), value, $"The parallelism must be from 1 to {MaximumParallelism}.");
    }
    = 1;

    /// <summary>
    /// What trials run on, one name for each that can run side by side, for instance <c>["cuda:0", "cuda:1"]</c>: <see cref="Study{T}.RunWith{TTrainer}(Func{string, TTrainer}, Func{TTrainer, T, double}, Budget, CancellationToken, SearchSpace{T})"/>
    /// gives each trial one that is free. <see cref="Parallelism"/> is their number then.
    /// </summary>
    /// <value>By default empty: the slots are numbered from 0, and <see cref="Parallelism"/> says how many there are.</value>
    /// <exception cref="ArgumentException">A name is empty or white space, or there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 1024.</exception>
    public ImmutableArray<string> Slots
    {
        get;
        init
        {
            ImmutableArray<string> slots = value.IsDefault ? [] : value;
            foreach (string slot in slots)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(slot, nameof(Slots));
            }

            if (slots.GroupBy(static slot => slot).FirstOrDefault(static same => same.Count() > 1) is { } twice)
            {
                throw new ArgumentException($"The slot '{twice.Key}' is there twice; each runs one trial at a time.", nameof(Slots));
            }

            field = slots.Length <= MaximumParallelism
                ? slots
                : throw new ArgumentOutOfRangeException(nameof(Slots), slots.Length, $"There can be at most {MaximumParallelism} slots.");
        }
    }
    = [];

    /// <summary>
    /// Up to how many workers the study gives the same trials. Suggestion n is made from the results of the trials up to n minus this number, and from
    /// nothing but the configs of the later ones, even if they have ended; a trial that is late is waited for. Pruners see other trials by the same
    /// rule, and so do <see cref="Budget.TargetValue"/>, <see cref="Budget.StopWhen"/>, <see cref="Budget.Cost"/>, <see cref="MaxConsecutiveFailures"/> and failures that are not <see cref="Expected"/>, which can end a
    /// run.
    /// </summary>
    /// <remarks>
    /// With 8, a study with 1, 2 or 8 workers is the same trial by trial, as long as the objective gives the same values and no time limit ends a run.
    /// In what a study finds the cost is what 8 workers cost anyway: a learning strategy knows less when it suggests. In time it is the waiting for late
    /// trials: with 8 workers a fifth more where trials take about as long as each other, nearly twice as long where a few take very long. A number
    /// above <see cref="Parallelism"/> waits less.
    /// </remarks>
    /// <value>At least 1, and at least <see cref="Parallelism"/>. By default <see langword="null"/>: every result counts as soon as it is known.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 to 1024.</exception>
    public int? ReproducibleUpTo
    {
        get;
        init => field = value is null or (>= 1 and <= MaximumParallelism)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(ReproducibleUpTo), value, $"The number of workers must be from 1 to {MaximumParallelism}.");
    }

    /// <summary>
    /// Whether the objective gives the same value each time it is asked about the same config. <see langword="true"/> for one without noise, as a validation
    /// accuracy with fixed seeds; <see langword="false"/> for one with noise.
    /// </summary>
    /// <remarks>
    /// With <see langword="true"/>, <see cref="StudyResult{T}.Best"/> is always the best observed trial, at no cost, and the models of
    /// <see cref="HyperTune.Strategy.Bayesian()"/> believe every value. With <see langword="false"/>, noise that a model finds is believed without
    /// further evidence. Few trials far from each other look the same with noise and without, if the objective is rough: where you know, say so. It is
    /// not stored with the study; a continued one may say something else.
    /// </remarks>
    /// <value>By default <see langword="null"/>: from 20 completed trials on the study finds out.</value>
    public bool? IsDeterministic { get; init; }

    /// <summary>
    /// Which exceptions of an objective only fail their trial, so that the run goes on. Any other one ends the run: its trial is kept as failed, those that
    /// are running finish, and the caller receives a <see cref="TrialFailedException"/> with the trial's number and config.
    /// </summary>
    /// <remarks>
    /// An exception that nobody foresaw is mostly a mistake, and the next trial makes it, too: it is worth more on the screen at once than in the
    /// records of trials that cost hours. <see cref="TrialOutcome.Failed"/> and values that are not finite never end a run by themselves.
    /// </remarks>
    /// <value>By default <see cref="Failures.None"/>.</value>
    public Failures Expected
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Expected));
    }
    = Failures.None;

    /// <summary>How often trials that failed or were interrupted are run again.</summary>
    /// <value>By default <see cref="HyperTune.Retries"/> with its defaults: interrupted trials three times, failed ones not.</value>
    public Retries Retries
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Retries));
    }
    = new();

    /// <summary>How long an attempt at a trial of a run may take; above zero and at most 24 days.</summary>
    /// <remarks>
    /// When the time is over, the objective's token (<see cref="Trial{T}.CancellationToken"/>) is cancelled. What the objective returns within the
    /// <see cref="TrialTimeGrace"/> counts; when it throws, the trial fails with <see cref="FailureCause.TimedOut"/>, which ends no run by itself and counts
    /// towards <see cref="MaxConsecutiveFailures"/>. An objective that does neither is abandoned: its trial fails, the run goes on with another thread in its
    /// place, and what it returns or reports later is logged and not kept. Nothing can end it, so that it may hold memory and files until the process ends. With
    /// a limit, objectives that block have threads of their own also where <see cref="Parallelism"/> is 1. Trials that are asked for one by one
    /// have no limit.
    /// </remarks>
    /// <value>By default <see langword="null"/>: no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero, or above 24 days.</exception>
    public TimeSpan? TrialTimeLimit
    {
        get;
        init => field = value is null || (value > TimeSpan.Zero && value <= LongestTime)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TrialTimeLimit), value, $"The time must be above zero and at most {LongestTime.TotalDays} days.");
    }

    /// <summary>How long an objective may go on after its time is over (<see cref="TrialTimeLimit"/>), before it is abandoned; from zero to 24 days.</summary>
    /// <value>By default 30 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or above 24 days.</exception>
    public TimeSpan TrialTimeGrace
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= LongestTime
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TrialTimeGrace), value, $"The time must be from zero to {LongestTime.TotalDays} days.");
    }
    = TimeSpan.FromSeconds(30);

    /// <summary>How many trials may fail in a row, with no other end between them, before a run stops; at least 1.</summary>
    /// <remarks>A config that cannot be used (<see cref="TrialOutcome.Infeasible"/>) is no failure here, but an end like any other.</remarks>
    /// <value>By default 10. <see cref="int.MaxValue"/> never stops.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int MaxConsecutiveFailures
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(MaxConsecutiveFailures));
            field = value;
        }
    }
    = 10;

    /// <summary>Receives the state of the study whenever a trial has ended, on the thread that ended it.</summary>
    /// <remarks>
    /// With parallel trials the calls may overlap. Where there is a <see cref="SynchronizationContext"/>, as in a desktop program, a
    /// <see cref="Progress{T}"/> brings them to the thread that created it; elsewhere, as in a console, it hands them to the thread pool, where they may come
    /// out of order. An exception from such a call ends the run and reaches its caller.
    /// </remarks>
    /// <value>By default <see langword="null"/>.</value>
    public IProgress<StudyProgress>? Progress { get; init; }

    /// <summary>
    /// Receives a line when a run starts and ends, what the strategy decided, warnings about failed trials and, at debug level, a line for each finished
    /// trial.
    /// </summary>
    /// <value>By default a logger that writes nothing.</value>
    public ILogger Logger
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Logger));
    }
    = NullLogger.Instance;

    /// <summary>Creates the meter of the study's metrics; all studies of a process share one where none is given.</summary>
    /// <value>By default <see langword="null"/>.</value>
    public IMeterFactory? MeterFactory { get; init; }

    /// <summary>The clock for time budgets, durations and time stamps.</summary>
    /// <value>By default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(TimeProvider));
    }
    = TimeProvider.System;
}
