using HyperTune.Metrics;
using HyperTune.Studies.Scoring;
using HyperTune.Text;

namespace HyperTune.Studies;

/// <summary>
/// Scores one trial's config on all instances, side by side or one by one: takes up the scores of earlier attempts, reports each, and lets the pruner
/// stop the trial between two.
/// </summary>
/// <remarks>
/// Scores are reported in the trial's own order of instances, whichever is known first, and the pruner is asked after each; so a trial comes to the same end
/// however many run side by side.
/// </remarks>
/// <typeparam name="T">The config type.</typeparam>
/// <param name="trial">The trial.</param>
/// <param name="metrics">The study's metrics.</param>
/// <param name="reported">Which of them the trial reports.</param>
/// <param name="setting">How many instances there are, what they are called, and how they are run.</param>
internal sealed class InstanceScoring<T>(Trial<T> trial, MetricsDescriptor metrics, Metric reported, ScoringSetting setting)
{
    // So that the order shares no draws with what else is drawn from a study's seed.
    private const ulong OrderStream = 0x4F52444552;

    private readonly double[]?[] _scores = new double[setting.Count][];

    /// <summary>Which score is not finite; <see langword="null"/> for none.</summary>
    private string? _fault;

    /// <summary>Scores all instances on the caller's thread, one by one.</summary>
    /// <returns>The mean of each metric, or why the trial fails.</returns>
    public (double[] Means, string? Fault) Run(Func<int, double[]> score, CancellationToken cancellationToken)
    {
        int[] left = Blocking.Wait(TakeUpAsync(cancellationToken));
        for (int i = 0; i < left.Length && _fault is null; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] values;
            try
            {
                values = score(left[i]);
            }
            catch (Exception exception) when (!IsEnd(exception, cancellationToken))
            {
                throw new InstanceFailedException(NameOf(left[i]), left[i], exception);
            }

            Blocking.Wait(KeepAsync(left[i], values, isLast: i + 1 == left.Length, cancellationToken));
        }

        return Result();
    }

    /// <summary>Scores all instances, as many side by side as are asked for.</summary>
    /// <returns>The mean of each metric, or why the trial fails.</returns>
    public async Task<(double[] Means, string? Fault)> RunAsync(Func<int, CancellationToken, Task<double[]>> score, CancellationToken cancellationToken)
    {
        int[] left = await TakeUpAsync(cancellationToken).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<Task<double[]>>(left.Length);
        try
        {
            for (int next = 0; next < left.Length && _fault is null;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                while (MayStart(running, next, left.Length))
                {
                    running.Add(Start(score, left[running.Count], stop.Token));
                }

                // Looked at once: tasks complete at any moment. Failures are looked for behind it, so that none of what is complete by now is missed.
                Task<double[]>[] open = [.. running.Where(static task => !task.IsCompleted)];
                ThrowIfFailed(running, left, cancellationToken);
                if (open.Contains(running[next]))
                {
                    await Task.WhenAny(open).ConfigureAwait(false);
                    continue;
                }

                await KeepAsync(left[next], await running[next].ConfigureAwait(false), isLast: next + 1 == left.Length, cancellationToken).ConfigureAwait(false);
                next++;
            }
        }
        finally
        {
            // Nothing of the trial runs on when it has ended. What the others come to, cancelled as they are, tells nothing.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Result();
    }

    // Not far ahead of what is reported: where the pruner stops the trial, that is for nothing. A race waits for a late one rather than go on without it.
    private bool MayStart(List<Task<double[]>> running, int reported, int count)
        => running.Count < count
            && running.Count - reported < (setting.IsRaced ? setting.Parallelism : (2 * setting.Parallelism) - 1)
            && running.Count(static task => !task.IsCompleted) < setting.Parallelism;

    private Task<double[]> Start(Func<int, CancellationToken, Task<double[]>> score, int instance, CancellationToken cancellationToken)
    {
        // An objective that computes before it awaits, or never awaits, still runs beside the others.
        if (setting.Parallelism > 1)
        {
            return Task.Run(() => score(instance, cancellationToken), CancellationToken.None);
        }

        try
        {
            return score(instance, cancellationToken);
        }
        catch (Exception exception)
        {
            return Task.FromException<double[]>(exception);
        }
    }

    // Of several that have failed, the one that comes first.
    private void ThrowIfFailed(List<Task<double[]>> running, int[] left, CancellationToken cancellationToken)
    {
        int failed = running.FindIndex(static task => task.IsFaulted || task.IsCanceled);
        if (failed < 0)
        {
            return;
        }

        try
        {
            running[failed].GetAwaiter().GetResult();
        }
        catch (Exception exception) when (!IsEnd(exception, cancellationToken))
        {
            throw new InstanceFailedException(NameOf(left[failed]), left[failed], exception);
        }
    }

    // An instance may let the trial end as pruned, and a run that is cancelled is no failure of an instance.
    private bool IsEnd(Exception exception, CancellationToken cancellationToken)
        => TrialPrunedException.Ends(trial, exception) || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    // Reports anew what earlier attempts had found; returns the other instances, in the trial's order.
    private async ValueTask<int[]> TakeUpAsync(CancellationToken cancellationToken)
    {
        int[] order = [.. Enumerable.Range(0, setting.Count)];
        new RandomStream(unchecked((ulong)trial.Study.Engine.Seed) ^ OrderStream, (ulong)trial.Number).Shuffle(order.AsSpan());
        IReadOnlyDictionary<int, double[]> kept = trial.Study.Engine.Scores.KeptOf(trial.Number);
        foreach (int instance in order)
        {
            if (kept.TryGetValue(instance, out double[]? values) && values.Length == metrics.All.Length)
            {
                await ReportAsync(instance, values, cancellationToken).ConfigureAwait(false);
            }
        }

        int[] left = [.. order.Where(instance => _scores[instance] is null)];
        if (left.Length > 0 && left.Length < order.Length)
        {
            ThrowIfPruned();
        }

        return left;
    }

    private async ValueTask KeepAsync(int instance, double[] values, bool isLast, CancellationToken cancellationToken)
    {
        if (metrics.All.FirstOrDefault(metric => metric.IsObjective && !double.IsFinite(values[metric.Index])) is { } wrong)
        {
            string name = metrics.All.Length == 1 ? "score" : Printable.Of(wrong.Name);
            _fault = $"{NameOf(instance)}: the {name} is {NumberFormat.Invariant(values[wrong.Index])}, which is no finite number.";
            return;
        }

        await ReportAsync(instance, values, cancellationToken).ConfigureAwait(false);
        if (!isLast)
        {
            ThrowIfPruned();
        }
    }

    private ValueTask ReportAsync(int instance, double[] values, CancellationToken cancellationToken)
    {
        _scores[instance] = values;
        var report = new TrialReport(instance, values[reported.Index]) { Kind = ReportKind.Instance };
        return trial.ReportAsync(report, values.Length == 1 ? null : values, cancellationToken);
    }

    private void ThrowIfPruned()
    {
        if (setting.IsRaced)
        {
            trial.ThrowIfPruned();
        }
    }

    // In the order of the instances, whatever that of the trial, so that sums of the same numbers are the same.
    private (double[] Means, string? Fault) Result()
    {
        double[] means = new double[metrics.All.Length];
        if (_fault is null)
        {
            for (int k = 0; k < means.Length; k++)
            {
                means[k] = _scores.Sum(values => values![k]) / setting.Count;
            }
        }

        return (means, _fault);
    }

    private string NameOf(int instance) => FormattableString.Invariant($"{setting.Noun} {instance}");
}
