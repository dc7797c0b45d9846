using System.Threading;

namespace HyperTune.Generators.Memory;

/// <summary>A model, and what must be as it was for the model to hold.</summary>
/// <typeparam name="TModel">The type of the model.</typeparam>
/// <param name="model">The model, or null where the declaration gives none.</param>
/// <param name="file">The file of the declaration.</param>
/// <param name="surroundings">The compilation that the model was read in.</param>
internal sealed class RememberedParse<TModel>(TModel? model, TreeFacts file, Surroundings surroundings)
    where TModel : class
{
    // The last in which the model held. Threads may set it in any order: each value is true.
    private volatile Surroundings _surroundings = surroundings;
    private volatile TreeFacts[]? _files;

    public TModel? Model { get; } = model;

    /// <summary>Whether reading the declaration in another compilation would give the same model.</summary>
    public bool StillHoldsIn(Surroundings current, CancellationToken cancellationToken)
    {
        Surroundings last = _surroundings;
        if (ReferenceEquals(last, current))
        {
            return true;
        }

        if (current.NamesChangedSince(last, cancellationToken) is not { } changed)
        {
            return false;
        }

        if (changed.Length > 0)
        {
            // Asked for here and not when the model is read: a build from the command line reads everything once and needs none of this.
            TreeFacts[] files = _files ??= last.FilesBehind(file, cancellationToken);
            foreach (string name in changed)
            {
                if (current.GlobalUsings.Mention(name) || Mention(files, name, cancellationToken))
                {
                    return false;
                }
            }
        }

        _surroundings = current;
        return true;
    }

    private static bool Mention(TreeFacts[] files, string name, CancellationToken cancellationToken)
    {
        foreach (TreeFacts file in files)
        {
            if (file.Mentions(name, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
