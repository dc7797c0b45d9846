using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Memory;

/// <summary>
/// Remembers what was read from a marked declaration. After any edit the compiler asks for every marked type again, because what its names mean may have
/// changed; binding them all is the most expensive thing a generator can do. A declaration in an unedited file is answered from memory when no name that
/// its reading can depend on is declared differently now, see <see cref="Surroundings"/>.
/// </summary>
/// <remarks>
/// The memory belongs to the syntax: it is keyed weakly by the declaration's node and holds models and names, never a symbol or a compilation, so it ends
/// with the last user of the file's tree. It is safe for several threads and for several compilations that share a tree.
/// </remarks>
/// <typeparam name="TModel">The type of the models.</typeparam>
internal sealed class ParseMemory<TModel>
    where TModel : class
{
    private readonly ConditionalWeakTable<SyntaxNode, Slot> _slots = new();

    /// <summary>The model of a marked declaration, from memory where that is as good as reading it.</summary>
    /// <param name="marked">The declaration.</param>
    /// <param name="parse">Reads it.</param>
    /// <param name="cancellationToken">Ends the reading, after which nothing is remembered of it.</param>
    public TModel? GetOrParse(
        GeneratorAttributeSyntaxContext marked,
        Func<GeneratorAttributeSyntaxContext, CancellationToken, TModel?> parse,
        CancellationToken cancellationToken)
    {
        var surroundings = Surroundings.Of(marked.SemanticModel.Compilation);
        Slot slot = _slots.GetValue(marked.TargetNode, static _ => new Slot());
        if (slot.Parse is { } remembered && remembered.StillHoldsIn(surroundings, cancellationToken))
        {
            return remembered.Model;
        }

        TModel? model = parse(marked, cancellationToken);
        slot.Parse = new RememberedParse<TModel>(model, TreeFacts.Of(marked.TargetNode.SyntaxTree), surroundings);
        return model;
    }

    private sealed class Slot
    {
        private volatile RememberedParse<TModel>? _parse;

        public RememberedParse<TModel>? Parse
        {
            get => _parse;
            set => _parse = value;
        }
    }
}
