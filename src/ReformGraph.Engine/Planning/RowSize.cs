using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>The size of a row in each place where it is written, with the lists below it.</summary>
internal sealed class RowSize
{
    private readonly HashSet<Type> tables;
    private readonly ListPlan list;
    private readonly string path;
    private readonly List<(Type Entity, string Column, int Times)> texts = [];
    private readonly List<(ListSize Size, Type? Owner)> lists = [];
    private long bytes = SizeEstimate.Separator;

    public RowSize(HashSet<Type> tables, ListPlan list, IReadOnlyList<RowOutput> fields, string path)
    {
        (this.tables, this.list, this.path) = (tables, list, path);
        Add(fields, path);
    }

    public RowSize(HashSet<Type> tables, ListPlan list, EdgesOutput edges, string path)
    {
        (this.tables, this.list, this.path) = (tables, list, path);
        foreach (var edge in edges.Fields)
        {
            bytes += SizeEstimate.Key(edge.Key);
            if (edge.Node is { } node)
            {
                Add(node, path);
            }
            else if (edge.TypeName is { } name)
            {
                bytes += name.Length;
            }
            else
            {
                AddCursor();
            }
        }
    }

    public void AddTo(SizeSum sum, Places places)
    {
        var bytesOfEach = bytes;
        foreach (var (entity, column, times) in texts)
        {
            bytesOfEach = Saturating.Add(bytesOfEach, times * sum.WidthOf(entity, column));
        }

        sum.AddRows(path, places.Written, bytesOfEach);
        foreach (var (below, owner) in lists)
        {
            // Several rows may refer to one owner, whose list is then written below each of them.
            below.AddTo(sum,
                owner is null ? places : new Places(places.Written, Math.Min(places.Owners, sum.RowsOf(owner)), places.Written));
        }
    }

    private void Add(IReadOnlyList<RowOutput> fields, string at)
    {
        foreach (var field in fields)
        {
            bytes += SizeEstimate.Key(field.Key);
            Add(field, $"{at}.{field.Key.Value}");
        }
    }

    private void Add(RowOutput field, string at)
    {
        switch (field)
        {
            case ScalarOutput scalar:
                AddColumn(scalar.Column, 1);
                break;
            case ReferenceOutput reference:
                Add(reference.Fields, at);
                break;
            case ObjectOutput inner:
                Add(inner.Fields, at);
                break;
            case DifferencesOutput differences:
                differences.Compared.ToList().ForEach(compared => AddDifference(differences, compared));
                break;
            case ListOutput below:
                lists.Add((new ListSize(tables, below.List, below.Outputs, at), OwnerOf(below.List.Parent!)));
                break;
            default:
                bytes += SizeEstimate.Estimate(field);
                break;
        }
    }

    private void AddDifference(DifferencesOutput differences, ComparedColumns compared)
    {
        bytes += SizeEstimate.Separator + compared.Name.Length + DifferencesField.TypeName.Length
            + differences.Members.Sum(member => SizeEstimate.Key(member.Key));
        AddColumn(compared.Before, differences.Members.Count(member => member.Name == "before"));
        AddColumn(compared.After, differences.Members.Count(member => member.Name == "after"));
    }

    private void AddCursor()
    {
        bytes += SizeEstimate.Cursor(list);
        foreach (var column in list.CursorColumns)
        {
            AddColumn(column, 2); // encoded, texts are longer by a third
        }
    }

    private void AddColumn(int column, int times)
    {
        var columnPath = list.Columns!.Paths[column];
        if (SizeEstimate.Estimate(columnPath.Leaf.Type) is { } width)
        {
            bytes += width * times;
            return;
        }

        bytes += times * 2;
        var entity = columnPath.Reference.Steps is [.., var last] ? last.Target.ClrType : list.Source.ClrType;
        if (columnPath.Leaf.Property is { } property)
        {
            tables.Add(entity);
            texts.Add((entity, property.GetColumnName(), times));
        }
        else
        {
            bytes += times * SizeEstimate.ComputedText;
        }
    }

    // Null if each row is a different owner.
    private Type? OwnerOf(ParentLink link)
    {
        if (list.Columns!.Paths[link.KeyColumn] is { Reference.Steps: [], Leaf: var leaf } && leaf == list.Source.Key)
        {
            return null;
        }

        var owner = link.Field.Navigation.DeclaringEntityType.ClrType;
        tables.Add(owner);
        return owner;
    }
}
