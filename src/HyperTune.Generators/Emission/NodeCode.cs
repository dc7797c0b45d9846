using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A config type, the marked one or a case, with the names that the descriptor uses for it.</summary>
internal sealed class NodeCode
{
    private static readonly string[] Verbs =
        ["CreateInitial", "Initial", "Default", "Decode", "Encode", "Sample", "Validate", "FindViolatedConstraint", "Write", "Read", "Members", "WriteGradient"];

    private readonly NameScope _names;
    private readonly string _path;
    private readonly Dictionary<string, string> _methods;

    public NodeCode(NodeModel model, NodeCode? parent, int caseIndex, string path, ref Position position, NameScope names, CaseNames classes)
    {
        Model = model;
        Parent = parent;
        CaseIndex = caseIndex;
        _path = path;
        _names = names;
        Start = position;
        ClassName = parent is null ? "" : classes.ClassOf(model);
        _methods = Verbs.ToDictionary(static verb => verb, verb => names.Take(verb + path));
        SelectorField = model.IsUnion ? names.Take(path + "CaseDistribution") : "";
        if (model.IsUnion)
        {
            position += 1;
        }

        Members = CreateMembers(ref position);
        foreach (MemberCode member in Members)
        {
            member.Condition = member.Model.Condition is { } condition ? CreateCondition(condition, member) : null;
            if (member is ParameterCode { Model.Bound: { } bound } parameter)
            {
                parameter.Bound = new BoundCode((ParameterCode)Members.First(candidate => candidate.Model.Name == bound.Other), bound.IsUpper);
            }
        }

        var cases = ImmutableArray.CreateBuilder<NodeCode>();
        for (int i = 0; i < model.Cases.Count; i++)
        {
            cases.Add(new NodeCode(model.Cases[i], this, i, path + model.Cases[i].DescriptorProperty, ref position, names, classes));
        }

        Cases = cases.ToImmutable();
        Constraints = [.. model.Constraints.Select(constraint => new ConstraintCode(constraint, model.TypeName, names.Take("Call" + path + constraint.Name)))];
        End = position;
    }

    public NodeModel Model { get; }

    public NodeCode? Parent { get; }

    /// <summary>The value of the parent's selector that stands for this case.</summary>
    public int CaseIndex { get; }

    public Position Start { get; }

    public Position End { get; }

    /// <summary>For a case, the class that describes its parameters.</summary>
    public string ClassName { get; }

    /// <summary>The static field of the selector's distribution.</summary>
    public string SelectorField { get; }

    /// <summary>The type's own members.</summary>
    public ImmutableArray<MemberCode> Members { get; }

    public ImmutableArray<NodeCode> Cases { get; }

    /// <summary>The type's own constraints.</summary>
    public ImmutableArray<ConstraintCode> Constraints { get; }

    public bool IsRoot => Parent is null;

    /// <summary>For a case, its property in the descriptor.</summary>
    public string Property => Identifiers.Escape(Model.DescriptorProperty);

    /// <summary>The selector's entry in the vector.</summary>
    public string SelectorEntry => $"vector[{Start}]";

    /// <summary>Whether there is nothing to do for a config of the type.</summary>
    public bool IsEmpty => Members.IsEmpty && Cases.IsEmpty && Constraints.IsEmpty;

    /// <summary>Whether a config of the type can break a constraint.</summary>
    public bool MayBreakConstraints
        => SelfAndCases.Any(static node => !node.Constraints.IsEmpty || node.Members.Any(static member => member.HasConstraints is not null));

    /// <summary>How a method of the descriptor reaches the object that describes the type.</summary>
    public string Access => Parent is null ? "this" : $"{Parent.Access}.{Property}";

    /// <summary>All tuned members of a config of the type, those of the abstract types around it first.</summary>
    public IEnumerable<MemberCode> AllMembers => Parent is null ? Members : Parent.AllMembers.Concat(Members);

    /// <summary>The members with how a creation sets them.</summary>
    public IEnumerable<(MemberCode Member, BindingModel Binding)> Bindings
        => Inherited.Concat(Members.Select(static member => (member, member.Model.Binding!)));

    private IEnumerable<(MemberCode Member, BindingModel Binding)> Inherited => field ??= Model.InheritedBindings.Count == 0 ? [] : PairInherited();

    private (MemberCode Member, BindingModel Binding)[] PairInherited()
    {
        Dictionary<string, BindingModel> bindings = Model.InheritedBindings.ToDictionary(static inherited => inherited.Member, static inherited => inherited.Binding);
        return [.. Parent!.AllMembers.Select(member => (member, bindings[member.Model.Name]))];
    }

    /// <summary>The type itself and all cases under it.</summary>
    public IEnumerable<NodeCode> SelfAndCases => Cases.SelectMany(static inner => inner.SelfAndCases).Prepend(this);

    /// <summary>The types that are created: the type itself, or the cases at the ends.</summary>
    public IEnumerable<NodeCode> Leaves => SelfAndCases.Where(static node => !node.Model.IsUnion);

    /// <summary>The name that stands for a case in JSON: the names of the cases on the way to it.</summary>
    public string CasePath => Parent is null or { IsRoot: true } ? Model.Name : $"{Parent.CasePath}.{Model.Name}";

    /// <summary>The name of the method, or the field, that does something for this type.</summary>
    public string Method(string verb) => _methods[verb];

    private ConditionCode CreateCondition(ConditionModel condition, MemberCode member)
    {
        var parent = (ParameterCode)Members.First(candidate => candidate.Model.Name == condition.Parent);
        return new ConditionCode(condition, parent, member.Model.DescriptorProperty);
    }

    private ImmutableArray<MemberCode> CreateMembers(ref Position position)
    {
        var members = ImmutableArray.CreateBuilder<MemberCode>(Model.Members.Count);
        foreach (MemberModel model in Model.Members)
        {
            MemberCode member = model switch
            {
                ParameterModel parameter => new ParameterCode(parameter, position, _names, _path),
                NestedSpaceModel { IsOptional: true } optional => new OptionalSpaceCode(optional, position, _names, _path),
                NestedSpaceModel nested => new NestedSpaceCode(nested, position, _names, _path),
                ListModel list => new ListCode(list, position, _names, _path),
                CompositeModel composite => new CompositeCode(composite, position, _names, _path),
                _ => throw new System.InvalidOperationException($"There is no code for a {model.GetType().Name}."),
            };
            members.Add(member);
            position = member.End;
        }

        return members.MoveToImmutable();
    }
}
