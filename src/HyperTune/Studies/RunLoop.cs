using System.Diagnostics;
using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Storage.Hints;
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

        WriteHints();
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

        WriteHints();
        ThrowIfCutShort();
    }

    // For the compiler's eyes only: a run that cannot write them has not failed.
    private void WriteHints()
    {
        if (options.Storage is not JournalStorage { Path: var journal } || !HintFile.IsWanted(journal) || typeof(T) is not { IsGenericType: false, FullName: { } type })
        {
            return;
        }

        try
        {
            HintFile.Update(HintFile.PathOf(journal), study.Name, study.GetResult().DigestHints(type));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            options.Logger.HintsNotWritten(exception, study.Name, HintFile.PathOf(journal));
        }
    }

    private int WorkerCount => Math.Min(options.Parallelism, Math.Min(budget.Trials ?? int.MaxValue, budget.Completed ?? int.MaxValue));

    private static Task[] StartWorkers(int count, Func<Task> start) => [.. Enumerable.Range(0, count).Select(_ => start())];

    private static Task StartThread(Action work)
        => Task.Factory.StartNew(
            work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    private static Task<TResult> StartThread<TResult>(Func<TResult> work)
        => Task.Factory.StartNew(
            work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    private void Work(Func<T, Trial<T>, StoredOutcome> objective)
    {
        try
        {
            while (TryStart() is { } trial)
            {
                using Activity? activity = StudyActivities.StartTrial(study.Name, trial.Number);
                Blocking.Wait(EndAsync(trial, Call(trial, objective), activity));
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
                await EndAsync(trial, await CallAsync(trial, objective).ConfigureAwait(false), activity).ConfigureAwait(false);
            }
        }
        catch
        {
            engine.Runs.Stop(_run, StopReason.Faulted);
            throw;
        }
    }

    private AttemptEnd Call(Trial<T> trial, Func<T, Trial<T>, StoredOutcome> objective)
    {
        if (TrialLimit.Start(options, cancellationToken) is { } limit)
        {
            // On a thread of its own, which can be left to it.
            trial.CancellationToken = limit.Token;
            return LimitedObjective.CallAsync(limit, trial.Abandonment!, () => StartThread(() => objective(trial.Config, trial)), Late(trial)).GetAwaiter().GetResult();
        }

        trial.CancellationToken = cancellationToken;
        try
        {
            return new AttemptEnd(objective(trial.Config, trial), null);
        }
        catch (Exception thrown)
        {
            return new AttemptEnd(null, thrown);
        }
    }

    private async Task<AttemptEnd> CallAsync(Trial<T> trial, Func<T, Trial<T>, CancellationToken, Task<StoredOutcome>> objective)
    {
        if (TrialLimit.Start(options, cancellationToken) is { } limit)
        {
            // Not on this thread, which an objective that blocks would keep.
            trial.CancellationToken = limit.Token;
            return await LimitedObjective.CallAsync(limit, trial.Abandonment!, () => Task.Run(() => objective(trial.Config, trial, trial.CancellationToken)), Late(trial)).ConfigureAwait(false);
        }

        trial.CancellationToken = cancellationToken;
        try
        {
            return new AttemptEnd(await objective(trial.Config, trial, cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception thrown)
        {
            return new AttemptEnd(null, thrown);
        }
    }

    private Action<AttemptEnd> Late(Trial<T> trial) => end => LimitedObjective.LogLate(options.Logger, study.Name, trial.Number, end);

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

    private async ValueTask EndAsync(Trial<T> trial, AttemptEnd end, Activity? activity)
    {
        if (end.Exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            StudyActivities.EndTrial(activity, await engine.CancelAsync(_run, trial.Number, end.Exception).ConfigureAwait(false));
        }
        else
        {
            StudyActivities.EndTrial(activity, await EndAsync(trial, end).ConfigureAwait(false));
        }
    }

    private ValueTask<StoredOutcome> EndAsync(Trial<T> trial, AttemptEnd end)
    {
        if (end.Overrun is { } overrun)
        {
            if (trial.Abandonment!.IsSet)
            {
                options.Logger.ObjectiveAbandoned(trial.Number, study.Name);
            }

            return engine.TimeOutAsync(_run, trial.Number, overrun);
        }

        return end.Exception is not { } exception ? engine.EndAsync(_run, trial.Number, end.Outcome!)
            : TrialPrunedException.Ends(trial, exception) ? engine.EndAsync(_run, trial.Number, new StoredOutcome(TrialState.Pruned, []))
            : exception is InstanceFailedException { InnerException: { } cause } ? engine.FailAsync(_run, trial.Number, StoredOutcome.Failed(exception.Message, cause), trial.Config)
            : engine.FailAsync(_run, trial.Number, StoredOutcome.Failed($"{exception.GetType().Name}: {exception.Message}", exception), trial.Config);
    }

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
