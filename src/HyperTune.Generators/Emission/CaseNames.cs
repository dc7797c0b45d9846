using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The names of the classes that describe cases. A descriptor and its stub must agree on them, so they are chosen before any other.</summary>
internal sealed class CaseNames
{
    private readonly Dictionary<NodeModel, string> _classes = [];

    public CaseNames(SpaceModel space)
        : this(space, new NameScope(ReservedNames.All.Append(ReservedNames.Selector).Append(space.DescriptorName).Concat(PropertiesIn(space.Root))))
    {
    }

    public CaseNames(SpaceModel space, NameScope names) => Add(space.Root, "", names);

    public string ClassOf(NodeModel node) => _classes[node];

    /// <summary>The names of all properties in a descriptor and in the classes that describe its cases.</summary>
    public static IEnumerable<string> PropertiesIn(NodeModel node)
        => node.Members.Select(static member => member.DescriptorProperty)
            .Append(node.DescriptorProperty)
            .Concat(node.Cases.SelectMany(PropertiesIn));

    private void Add(NodeModel node, string path, NameScope names)
    {
        foreach (NodeModel inner in node.Cases)
        {
            string innerPath = path + inner.DescriptorProperty;
            _classes.Add(inner, names.Take(innerPath + "Case"));
            Add(inner, innerPath, names);
        }
    }
}
