using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A model with the names and places that all sections of its descriptor share.</summary>
internal sealed class DescriptorCode
{
    public DescriptorCode(SpaceModel space)
    {
        Space = space;
        var names = new NameScope(ReservedNames.All.Append(ReservedNames.Selector).Append(space.DescriptorName).Concat(CaseNames.PropertiesIn(space.Root)));
        var classes = new CaseNames(space, names);
        Position position = Position.Start;
        Root = new NodeCode(space.Root, parent: null, caseIndex: 0, path: "", ref position, names, classes);
        ScopeField = names.Take("_scope");
    }

    public SpaceModel Space { get; }

    public NodeCode Root { get; }

    /// <summary>The field that keeps the scope.</summary>
    public string ScopeField { get; }

    public IEnumerable<NodeCode> Nodes => Root.SelfAndCases;

    /// <summary>All members, those of cases included, in the order of the vector.</summary>
    public IEnumerable<MemberCode> Members => Nodes.SelectMany(static node => node.Members);

    /// <summary>All parameters, those that are elements of lists included.</summary>
    public IEnumerable<ParameterCode> Parameters
        => Members.Select(static member => member as ParameterCode ?? (member as ListCode)?.Parameter).OfType<ParameterCode>();

    /// <summary>Whether anything in the space can be restricted by constraints.</summary>
    public bool MayHaveConstraints => Root.MayBreakConstraints;

    /// <summary>Whether the descriptor must remember its scope to name things that are no parameters.</summary>
    public bool NeedsScope
        => Members.Any(static member => member is ListCode or NestedSpaceCode { Model: { IsReferenceType: true, IsOptional: false } })
            || Nodes.Any(static node => node.Model.Constraints.Count > 0);

    /// <summary>The expression of the full name of something in a type.</summary>
    public string FullName(NodeCode node, string name)
        => $"this.{ScopeField}.Name({Literals.String(node.IsRoot ? name : $"{node.CasePath}.{name}")})";
}
