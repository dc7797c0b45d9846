using HyperTune.Studies;
using HyperTune.Studies.Engine;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>Has an observer see what happens in the study from now on: before a run, between runs or during one, also where trials are asked for.</summary>
    /// <param name="observer">The observer; one that is given twice sees everything twice.</param>
    /// <param name="options">How it is served; <see langword="null"/> for the defaults: this process's trials, and at most 1024 events that wait.</param>
    /// <returns>
    /// Ends the observation when it is disposed of: what waits in the queue is dropped. It need not be disposed of; disposing of the study tells the observer
    /// the rest first.
    /// </returns>
    /// <example><c>study.Observe(new Dashboard());</c></example>
    public IDisposable Observe(StudyObserver<T> observer, ObserverOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return AddObserver(observers => new ObserverQueue<T>(this, observer, observers, options ?? new ObserverOptions()));
    }

    /// <summary>Adds an observation.</summary>
    internal IDisposable AddObserver(Func<StudyObservers, ObserverQueue> create)
    {
        StudyObservers observers = _description.Observers;
        ObserverQueue observation = create(observers);
        observers.Add(observation);
        return observation;
    }
}
