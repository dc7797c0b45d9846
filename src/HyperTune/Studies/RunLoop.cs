using System.Diagnostics;
using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Studies.Diagnostics;
using HyperTune.Studies.Engine;

namespace HyperTune.Studies;

/// <summary>One call of Run or RunAsync: workers that ask for trials, call the objective and end the trials until the run is over.</summary>
internal sealed class RunLoop<T>(
    Study<T> study, StudyEngine engine, StudyOptions options, Budget budget, SearchSpace? within, bool isBlocking, CancellationToken cancellationToken)
{
    private readonly StudyRun _run = engine.BeginRun(budget, within, isBlocking);

    public void Run(Func<T, Trial<T>, StoredOutcome> objective)
    {
        using Activity? activity = StudyActivities.StartRun(study.Name, options, engine.Seed);
        try
        {
            // The caller is one of the workers. The others are no pool threads: objectives block for long, and the pool would start only as many as
            // there are processors and add further ones slowly.
            Task[] helpers = StartWorkers(WorkerCount - 1, () => StartThread(() => Work(objective)));
            try
            {
                Work(objective);
            }
            finally
            {
                Task.WhenAll(helpers).GetAwaiter().GetResult();
            }
        }
        finally
        {
            Blocking.Wait(engine.EndRunAsync(_run));
            StudyActivities.EndRun(activity, _run.Reason);
        }

        ThrowIfCutShort();
    }

    public async Task RunAsync(Func<T, Trial<T>, CancellationToken, Task<StoredOutcome>> objective)
    {
        using Activity? activity = StudyActivities.StartRun(study.Name, options, engine.Seed);
        try
        {
            await Task.WhenAll(StartWorkers(WorkerCount, () => Task.Run(() => WorkAsync(objective)))).ConfigureAwait(false);
        }
        finally
        {
            await engine.EndRunAsync(_run).ConfigureAwait(false);
            StudyActivities.EndRun(activity, _run.Reason);
        }

        ThrowIfCutShort();
    }

    private int WorkerCount => Math.Min(options.Parallelism, Math.Min(budget.Trials ?? int.MaxValue, budget.Completed ?? int.MaxValue));

    private static Task[] StartWorkers(int count, Func<Task> start) => [.. Enumerable.Range(0, count).Select(_ => start())];

    private static Task StartThread(Action work)
        => Task.Factory.StartNew(
            work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    private void Work(Func<T, Trial<T>, StoredOutcome> objective)
    {
        try
        {
            while (TryStart() is { } trial)
            {
                using Activity? activity = StudyActivities.StartTrial(study.Name, trial.Number);
                StoredOutcome? outcome = null;
                Exception? exception = null;
                try
                {
                    outcome = objective(trial.Config, trial);
                }
                catch (Exception thrown)
                {
                    exception = thrown;
                }

                End(trial, outcome, exception, activity);
            }
        }
        catch
        {
            engine.Runs.Stop(_run, StopReason.Faulted);
            throw;
        }
    }

    private async Task WorkAsync(Func<T, Trial<T>, CancellationToken, Task<StoredOutcome>> objective)
    {
        try
        {
            while (await TryStartAsync().ConfigureAwait(false) is { } trial)
            {
                using Activity? activity = StudyActivities.StartTrial(study.Name, trial.Number);
                StoredOutcome? outcome = null;
                Exception? exception = null;
                try
                {
                    outcome = await objective(trial.Config, trial, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception thrown)
                {
                    exception = thrown;
                }

                await EndAsync(trial, outcome, exception, activity).ConfigureAwait(false);
            }
        }
        catch
        {
            engine.Runs.Stop(_run, StopReason.Faulted);
            throw;
        }
    }

    private Trial<T>? TryStart()
    {
        try
        {
            return Blocking.Wait(study.TryStartAsync(engine, _run, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            engine.Runs.Stop(_run, StopReason.Cancelled);
            return null;
        }
    }

    private async ValueTask<Trial<T>?> TryStartAsync()
    {
        try
        {
            return await study.TryStartAsync(engine, _run, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            engine.Runs.Stop(_run, StopReason.Cancelled);
            return null;
        }
    }

    private void End(Trial<T> trial, StoredOutcome? outcome, Exception? exception, Activity? activity)
    {
        if (IsCancellation(exception))
        {
            StudyActivities.EndTrial(activity, Blocking.Wait(engine.CancelAsync(_run, trial.Number, exception!)));
        }
        else
        {
            StudyActivities.EndTrial(activity, Blocking.Wait(EndAsync(trial, outcome, exception)));
        }
    }

    private async ValueTask EndAsync(Trial<T> trial, StoredOutcome? outcome, Exception? exception, Activity? activity)
    {
        if (IsCancellation(exception))
        {
            StudyActivities.EndTrial(activity, await engine.CancelAsync(_run, trial.Number, exception!).ConfigureAwait(false));
        }
        else
        {
            StudyActivities.EndTrial(activity, await EndAsync(trial, outcome, exception).ConfigureAwait(false));
        }
    }

    private bool IsCancellation(Exception? exception) => exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private ValueTask<StoredOutcome> EndAsync(Trial<T> trial, StoredOutcome? outcome, Exception? exception)
        => exception is null ? engine.EndAsync(_run, trial.Number, outcome!)
            : TrialPrunedException.Ends(trial, exception) ? engine.EndAsync(_run, trial.Number, new StoredOutcome(TrialState.Pruned, []))
            : exception is InstanceFailedException { InnerException: { } cause } ? engine.FailAsync(_run, trial.Number, StoredOutcome.Failed(exception.Message, cause), trial.Config)
            : engine.FailAsync(_run, trial.Number, StoredOutcome.Failed($"{exception.GetType().Name}: {exception.Message}", exception), trial.Config);

    private void ThrowIfCutShort()
    {
        // Failed trials are in the study's list; this is nowhere else.
        engine.ThrowIfObserversFailed();
        if (_run.Failure is { } failure)
        {
            throw failure;
        }

        engine.Runs.ThrowIfBroken();
        if (_run.Reason == StopReason.Cancelled)
        {
            throw new OperationCanceledException($"The run of study '{study.Title}' was cancelled; the study keeps its trials.", cancellationToken);
        }
    }
}
