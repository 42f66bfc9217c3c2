import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import { roomFor } from '#renderer/ui/room-for';

interface LocationFieldProps {
  label: string;
  location: { id: number; name: string };
  onChange: (locationId: number) => void;
}

/** Chooses a location of a draft. A closed location is still offered if the draft uses it. */
export function LocationField({ label, location, onChange }: LocationFieldProps) {
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const offered = locations.filter(({ id, closedAt }) => closedAt === null || id === location.id);
  return (
    <Select
      flex="1 1 11rem"
      {...roomFor(location.name, 11)}
      label={label}
      allowDeselect={false}
      data={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={String(location.id)}
      onChange={(value) => value !== null && onChange(Number(value))}
    />
  );
}
