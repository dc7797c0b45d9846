using System.Collections.Immutable;

namespace HyperTune;

/// <summary>A set of exceptions, by type and condition: those that only fail their trial (<see cref="StudyOptions.Expected"/>). Immutable.</summary>
/// <remarks>
/// A type stands for those derived from it, too. An <see cref="AggregateException"/>, as parallel loops throw it, is in the set where it is named itself
/// or all that it holds is in the set.
/// </remarks>
/// <example><c>Expected = Failures.Of&lt;IOException&gt;().Or&lt;TimeoutException&gt;()</c>.</example>
public sealed class Failures
{
    private readonly ImmutableArray<Kind> _kinds;

    private Failures(ImmutableArray<Kind> kinds) => _kinds = kinds;

    /// <summary>No exception: each one ends the run.</summary>
    public static Failures None { get; } = new([]);

    /// <summary>Every exception: none ends the run by itself.</summary>
    public static Failures Any { get; } = Of<Exception>();

    /// <summary>The exceptions of a type.</summary>
    /// <typeparam name="TException">The type, or one that they derive from.</typeparam>
    public static Failures Of<TException>()
        where TException : Exception
        => None.Or<TException>();

    /// <summary>These exceptions and those of another type.</summary>
    /// <typeparam name="TException">The type, or one that they derive from.</typeparam>
    public Failures Or<TException>()
        where TException : Exception
        => new(_kinds.Add(new Kind(typeof(TException).Name, static exception => exception is TException)));

    /// <summary>
    /// Only those of these exceptions that a condition holds for: of all that was named before it, not of what <see cref="Or{TException}"/> adds later.
    /// </summary>
    /// <param name="condition">Looks at an exception; it may be called from several threads at once.</param>
    public Failures When(Func<Exception, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new([.. _kinds.Select(kind => new Kind($"{kind.Name} on a condition", exception => kind.Matches(exception) && condition(exception)))]);
    }

    /// <summary>Whether an exception is in the set.</summary>
    /// <param name="exception">The exception.</param>
    public bool Include(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return _kinds.Any(kind => kind.Matches(exception))
            || (exception is AggregateException { InnerExceptions: { Count: > 0 } inner } && inner.All(Include));
    }

    /// <summary>The set in words, for instance <c>IOException or TimeoutException</c>.</summary>
    public override string ToString() => _kinds.IsEmpty ? "none" : string.Join(" or ", _kinds.Select(static kind => kind.Name));

    private sealed record Kind(string Name, Func<Exception, bool> Matches);
}
